// Command onepurse runs its package purses beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/onepurse/purses"
)

func main() {
	kit.Main("onepurse", kit.Plan{Copies: 3, Size: 8}, purses.Run)
}
