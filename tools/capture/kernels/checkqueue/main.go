// Command checkqueue runs its package checks beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/checkqueue/checks"
)

func main() {
	kit.Main("checkqueue", kit.Plan{Copies: 10, Size: 6}, checks.Run)
}
