// Package pricing prices articles per market and samples its decisions.
package pricing

import "context"

// Decision is one sampled price.
type Decision struct{ SKU, Cents int }

// Engine prices one market.
type Engine struct {
	market string
	traces chan Decision
}

// Markets is the engines of all markets.
type Markets struct{ engines map[string]*Engine }

// NewMarkets starts the traced engines.
func NewMarkets(ctx context.Context) *Markets {
	m := &Markets{engines: map[string]*Engine{"xx": {market: "xx"}}}
	for _, market := range []string{"de", "fr", "nl"} {
		engine := &Engine{market: market, traces: make(chan Decision, 16)}
		m.engines[market] = engine
		go engine.collect(ctx)
	}
	return m
}

// Engine returns a market's engine.
func (m *Markets) Engine(market string) *Engine { return m.engines[market] }

// Price prices an article; one in fifty decisions is traced.
func (e *Engine) Price(sku int) int {
	cents := 100 + sku%900
	if sku%30 == 0 {
		go e.trace(Decision{SKU: sku, Cents: cents})
	}
	return cents
}

func (e *Engine) trace(d Decision) { e.traces <- d }

func (e *Engine) collect(ctx context.Context) {
	sums := make(map[int]int)
	for {
		select {
		case d := <-e.traces:
			sums[d.SKU%100] += d.Cents
		case <-ctx.Done():
			return
		}
	}
}
