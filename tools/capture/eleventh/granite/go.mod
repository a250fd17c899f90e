module go.granite.example/mail/granite

go 1.23

require (
	example.org/ops v1.4.0
	go.bedrock.example/strata v0.6.0
	go.causeway.example/quay v1.3.0
)

replace (
	example.org/ops => ../../ops
	go.bedrock.example/strata => ../../eleventh/kit
	go.causeway.example/quay => ../../tenth/kit
)
