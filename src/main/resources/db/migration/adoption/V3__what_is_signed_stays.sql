-- What heads have signed and what the register holds is added to, never changed, by the program itself.
revoke update, delete, truncate on adoption.signature, adoption.act from ${application};
