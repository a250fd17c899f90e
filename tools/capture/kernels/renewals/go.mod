module git.quayside.example/yard/renewals

go 1.19

require (
	example.org/ops v1.4.0
	go.harbour.example/kit v0.7.2
)

replace (
	example.org/ops => ../../ops
	go.harbour.example/kit => ../../kernels/kit
)
