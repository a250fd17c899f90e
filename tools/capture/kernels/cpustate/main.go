// Command cpustate runs its package cpus beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/cpustate/cpus"
)

func main() {
	kit.Main("cpustate", kit.Plan{Copies: 1, Size: 5}, cpus.Run)
}
