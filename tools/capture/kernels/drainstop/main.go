// Command drainstop runs its package quiesce beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/drainstop/quiesce"
)

func main() {
	kit.Main("drainstop", kit.Plan{Copies: 3, Size: 10}, quiesce.Run)
}
