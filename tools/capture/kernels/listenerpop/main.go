// Command listenerpop runs its package listeners beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/listenerpop/listeners"
)

func main() {
	kit.Main("listenerpop", kit.Plan{Copies: 10, Size: 6}, listeners.Run)
}
