// Command urllocks runs its package fetchlocks beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/urllocks/fetchlocks"
)

func main() {
	kit.Main("urllocks", kit.Plan{Copies: 1, Size: 8}, fetchlocks.Run)
}
