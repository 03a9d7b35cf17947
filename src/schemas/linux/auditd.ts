/**
 * Fields of records of the Linux audit system. Those in capitals are what auditd adds to others
 * if its log_format is ENRICHED.
 * https://github.com/linux-audit/audit-documentation/blob/main/specs/fields/field-dictionary.csv
 * https://man7.org/linux/man-pages/man5/auditd.conf.5.html
 */
const NAMES = `
  type msg node syscall arch success exit per items item ppid pid auid uid gid euid suid fsuid egid
  sgid fsgid tty ses comm exe subj obj key argc a0 a1 a2 a3 a4 a5 a6 a7 name nametype inode dev mode
  ouid ogid rdev cwd proctitle saddr fam laddr lport daddr dport addr hostname terminal res result op
  acct id grp cmd unit cap_fe cap_fi cap_fp cap_fver cap_pa cap_pe cap_pi cap_pp old-auid old-ses data
  dir path list perm flags fd oauid ocomm opid oses sig code scontext tcontext tclass permissive
  seresult apparmor reason user uuid ver format kernel state family entries table prom old_prom
  ARCH SYSCALL AUID UID GID EUID SUID FSUID EGID SGID FSGID OUID OGID SADDR ID OAUID
`;

export const AUDITD_FIELDS: readonly string[] = NAMES.trim().split(/\s+/);
