// Command tokenkeeper runs its package grants beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/tokenkeeper/grants"
)

func main() {
	kit.Main("tokenkeeper", kit.Plan{Copies: 3, Size: 10}, grants.Run)
}
