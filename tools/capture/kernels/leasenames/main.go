// Command leasenames runs its package leasing beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/leasenames/leasing"
)

func main() {
	kit.Main("leasenames", kit.Plan{Copies: 10, Size: 5}, leasing.Run)
}
