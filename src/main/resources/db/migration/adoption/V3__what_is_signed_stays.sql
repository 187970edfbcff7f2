-- What heads have signed and what the register holds is added to, never changed, by the program itself.
revoke update, delete on adoption.signature from ${application};
revoke update, delete on adoption.act from ${application};
