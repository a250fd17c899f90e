module agent.example/paprika

go 1.23

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	go.causeway.example/quay v1.3.0
	go.orchard.example/grove v0.2.0
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	go.causeway.example/quay => ../../tenth/kit
	go.orchard.example/grove => ../../twelfth/kit
)
