module route.example/rosemary

go 1.23

require (
	example.org/ops v1.4.0
	go.causeway.example/quay v1.3.0
	go.orchard.example/grove v0.2.0
)

replace (
	example.org/ops => ../../ops
	go.causeway.example/quay => ../../tenth/kit
	go.orchard.example/grove => ../../twelfth/kit
)
