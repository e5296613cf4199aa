import AuditLog
import Testing
