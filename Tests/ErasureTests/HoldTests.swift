import Erasure
import Testing
