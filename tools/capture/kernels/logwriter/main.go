// Command logwriter runs its package scrivener beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/logwriter/scrivener"
)

func main() {
	kit.Main("logwriter", kit.Plan{Copies: 1, Size: 16}, scrivener.Run)
}
