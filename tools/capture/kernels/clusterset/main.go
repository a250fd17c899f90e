// Command clusterset runs its package federation beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/clusterset/federation"
)

func main() {
	kit.Main("clusterset", kit.Plan{Copies: 1, Size: 7}, federation.Run)
}
