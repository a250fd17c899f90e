module go.bowsprit.example/img/bowsprit

go 1.19

require (
	example.org/ops v1.4.0
	go.stonequay.example/stock v0.4.0
)

replace (
	example.org/ops => ../../ops
	go.stonequay.example/stock => ../../seventh/kit
)
