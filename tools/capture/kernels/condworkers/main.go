// Command condworkers runs its package counter beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/condworkers/counter"
)

func main() {
	kit.Main("condworkers", kit.Plan{Copies: 3, Size: 6}, counter.Run)
}
