-- A function is made callable by everybody; this one answers past every wall, so whoever may name it must be the application.
revoke execute on function invitation.behind(bytea) from public;
