// Package gauge measures.
package gauge

import (
	"context"
	"time"

	"go.opencensus.io/stats"
	"go.opencensus.io/stats/view"
	"go.opencensus.io/tag"
)

// Gauge has what is measured and by what it is told apart.
type Gauge struct {
	took   *stats.Float64Measure
	kind   tag.Key
	basket tag.Key
}

// New registers what is measured.
func New() (*Gauge, error) {
	g := &Gauge{
		took:   stats.Float64("till/took", "how long a sale took", stats.UnitMilliseconds),
		kind:   tag.MustNewKey("kind"),
		basket: tag.MustNewKey("basket"),
	}
	return g, view.Register(&view.View{
		Name: "till/took", Measure: g.took, TagKeys: []tag.Key{g.kind, g.basket},
		Aggregation: view.Distribution(1, 2, 5, 10, 20, 50, 100, 200, 500),
	})
}

// Took notes how long the sale of a basket took.
func (g *Gauge) Took(ctx context.Context, kind, basket string, took time.Duration) error {
	ctx, err := tag.New(ctx, tag.Insert(g.kind, kind), tag.Insert(g.basket, basket))
	if err != nil {
		return err
	}
	stats.Record(ctx, g.took.M(float64(took)/1e6))
	return nil
}
