// Command endpoints runs its package cluster beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/endpoints/cluster"
)

func main() {
	kit.Main("endpoints", kit.Plan{Copies: 10, Front: true, Size: 8}, cluster.Run)
}
