module go.hickory.example/inbox/hickory

go 1.19

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	go.causeway.example/quay v1.3.0
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	go.causeway.example/quay => ../../tenth/kit
)
