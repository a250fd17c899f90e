// Command rowwatch runs its package results beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/rowwatch/results"
)

func main() {
	kit.Main("rowwatch", kit.Plan{Copies: 10, Size: 6}, results.Run)
}
