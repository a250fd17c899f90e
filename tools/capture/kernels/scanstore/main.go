// Command scanstore runs its package depot beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/scanstore/depot"
)

func main() {
	kit.Main("scanstore", kit.Plan{Copies: 1, Size: 4}, depot.Run)
}
