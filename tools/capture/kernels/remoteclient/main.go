// Command remoteclient runs its package remote beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/remoteclient/remote"
)

func main() {
	kit.Main("remoteclient", kit.Plan{Copies: 10, Size: 6}, remote.Run)
}
