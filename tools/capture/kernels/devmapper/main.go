// Command devmapper runs its package volumes beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/devmapper/volumes"
)

func main() {
	kit.Main("devmapper", kit.Plan{Copies: 3, Size: 8}, volumes.Run)
}
