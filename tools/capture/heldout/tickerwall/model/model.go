// Package model has models that learn from prices.
package model

// Model is a moving average.
type Model struct {
	number int
	mean   float64
	window [32]float64
}

// Follow starts a model.
func Follow(prices <-chan float64, number int) *Model {
	m := &Model{number: number}
	go m.learn(prices)
	return m
}

func (m *Model) learn(prices <-chan float64) {
	n := 0
	for price := range prices {
		m.window[n%len(m.window)] = price
		m.mean += (price - m.mean) / 16
		n++
	}
}
