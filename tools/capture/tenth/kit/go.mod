module go.causeway.example/quay

go 1.19

require example.org/ops v1.4.0

replace example.org/ops => ../../ops
