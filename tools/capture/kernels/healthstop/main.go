// Command healthstop runs its package containers beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/healthstop/containers"
)

func main() {
	kit.Main("healthstop", kit.Plan{Copies: 10, Size: 8}, containers.Run)
}
