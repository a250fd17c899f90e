// Command firecrest is a node on which tasks run.
package main

import (
	"context"
	"fmt"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"

	"go.firecrest.example/nodes/firecrest/node"
	"go.firecrest.example/nodes/firecrest/provider"
)

func main() {
	lifecycle.Run("firecrest", func(ctx context.Context) error {
		layers := larder.New[string, []byte](2600)
		lifecycle.Each(ctx, 15*time.Millisecond, func(turn int) {
			layers.Put(fmt.Sprint("layer ", turn), make([]byte, 14<<10))
		})
		watched := provider.Watch(provider.NewLocal())
		n := node.New(watched, 300)
		for i := 0; i < 70; i++ {
			go n.Probe(ctx, i)
		}
		lifecycle.Each(ctx, 25*time.Millisecond, n.Turn)
		return nil
	})
}
