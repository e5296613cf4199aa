"""The parts of Benchmarks/throughput, check and scaling."""
