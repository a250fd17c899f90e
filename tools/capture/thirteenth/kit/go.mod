module go.arbor.example/shed

go 1.23

require (
	example.org/ops v1.4.0
	go.causeway.example/quay v1.3.0
)

replace (
	example.org/ops => ../../ops
	go.causeway.example/quay => ../../tenth/kit
)
