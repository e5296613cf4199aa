internal import Glibc

/// What the error numbers of the system mean to a reader.
enum ErrorNumberText {
  /// A few words with the system's own name, which administrators look for.
  static func phrase(_ number: Int32) -> Phrase {
    switch number {
    case EACCES: Phrase("geen toegang (EACCES)", "permission denied (EACCES)")
    case EPERM: Phrase("niet toegestaan (EPERM)", "not permitted (EPERM)")
    case ENOENT: Phrase("bestaat niet (ENOENT)", "does not exist (ENOENT)")
    case EIO: Phrase("fout van schijf of netwerk (EIO)", "disk or network error (EIO)")
    case EBADMSG: Phrase("beschadigd op schijf (EBADMSG)", "damaged on disk (EBADMSG)")
    case ENOSPC: Phrase("de schijf is vol (ENOSPC)", "the disk is full (ENOSPC)")
    case EDQUOT: Phrase("het quotum is bereikt (EDQUOT)", "the quota is reached (EDQUOT)")
    case EFBIG: Phrase("het bestand wordt te groot (EFBIG)", "the file grows too large (EFBIG)")
    case EROFS: Phrase("alleen-lezen bestandssysteem (EROFS)", "read-only file system (EROFS)")
    case EISDIR: Phrase("het is een map (EISDIR)", "it is a directory (EISDIR)")
    case ENOTDIR: Phrase("geen map (ENOTDIR)", "not a directory (ENOTDIR)")
    case ELOOP: Phrase("te veel koppelingen (ELOOP)", "too many links (ELOOP)")
    case ENAMETOOLONG: Phrase("naam te lang (ENAMETOOLONG)", "name too long (ENAMETOOLONG)")
    case EMFILE, ENFILE:
      Phrase("te veel open bestanden (EMFILE)", "too many open files (EMFILE)")
    case ENOMEM: Phrase("geen geheugen meer (ENOMEM)", "out of memory (ENOMEM)")
    case EBUSY: Phrase("in gebruik (EBUSY)", "in use (EBUSY)")
    case ESTALE: Phrase("verlopen netwerkbestand (ESTALE)", "stale network file (ESTALE)")
    case ETIMEDOUT: Phrase("netwerk antwoordt niet (ETIMEDOUT)", "network timeout (ETIMEDOUT)")
    case EPIPE: Phrase("de lezer is gestopt (EPIPE)", "the reader is gone (EPIPE)")
    default: Phrase("systeemfout \(number)", "system error \(number)")
    }
  }
}
