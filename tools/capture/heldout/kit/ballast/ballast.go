// Package ballast is what a service loads when it starts and keeps.
package ballast

import (
	"fmt"
	"math/rand"
)

// Customer is one row of a master file.
type Customer struct {
	Number int
	Name   string
	Scores []float32
}

// Customers returns about mb megabytes of rows.
func Customers(mb int) map[int]*Customer {
	rng := rand.New(rand.NewSource(3))
	rows := make(map[int]*Customer, mb*3000)
	for n := range mb * 3000 {
		rows[n] = &Customer{Number: n, Name: fmt.Sprintf("customer %08d of branch %d", n, rng.Intn(90)), Scores: make([]float32, 48)}
	}
	return rows
}

// Segments returns mb megabytes in blocks of 256 KB.
func Segments(mb int) [][]byte {
	blocks := make([][]byte, mb*4)
	for i := range blocks {
		blocks[i] = make([]byte, 256<<10)
		blocks[i][i%1000] = 1
	}
	return blocks
}
