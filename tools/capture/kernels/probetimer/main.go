// Command probetimer runs its package probing beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/probetimer/probing"
)

func main() {
	kit.Main("probetimer", kit.Plan{Copies: 10, Size: 6}, probing.Run)
}
