module git.footprint.example/trace/rowan

go 1.23

require (
	example.org/ops v1.4.0
	go.arbor.example/shed v0.6.0
	go.causeway.example/quay v1.3.0
)

replace (
	example.org/ops => ../../ops
	go.arbor.example/shed => ../../thirteenth/kit
	go.causeway.example/quay => ../../tenth/kit
)
