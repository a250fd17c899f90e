// Package render writes what gateways shall do.
package render

import (
	"fmt"
	"strings"
	"sync/atomic"

	"code.weavers.example/loom/spindlery/store"
)

// Desired is what a watch would bring.
func Desired(turn int) []*store.Gateway {
	list := make([]*store.Gateway, 0, 3000)
	for i := 0; i < 3000; i++ {
		list = append(list, &store.Gateway{Name: fmt.Sprint("gateway-", i), Routes: make([]string, turn%5+1)})
	}
	return list
}

// Renderer writes the configuration of all gateways.
type Renderer struct {
	gateways *store.Store
	bytes    uint64
}

// New renders what is in the store.
func New(gateways *store.Store) *Renderer { return &Renderer{gateways: gateways} }

// Render writes once.
func (r *Renderer) Render(turn int) {
	var out strings.Builder
	for _, g := range r.gateways.Objects() {
		fmt.Fprintf(&out, "gateway %s { routes %d }\n", g.Name, len(g.Routes))
	}
	atomic.AddUint64(&r.bytes, uint64(out.Len()))
}
