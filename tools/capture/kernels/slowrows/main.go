// Command slowrows runs its package scanned beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/slowrows/scanned"
)

func main() {
	kit.Main("slowrows", kit.Plan{Copies: 10, Size: 6}, scanned.Run)
}
