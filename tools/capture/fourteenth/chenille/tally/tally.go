// Package tally adds up sales.
package tally

import (
	"slices"
	"sort"
)

// Sale is one.
type Sale struct {
	Article string
	Pieces  int
	Cents   int64
}

// Sheet has the sales of one branch, then its sums.
type Sheet struct {
	sales []Sale
	sums  map[string]*Sale
}

// New is an empty sheet.
func New() *Sheet { return &Sheet{sums: map[string]*Sale{}} }

// Add notes a sale.
func (s *Sheet) Add(sale Sale) {
	s.sales = append(s.sales, sale)
	sum := s.sums[sale.Article]
	if sum == nil {
		sum = &Sale{Article: sale.Article}
		s.sums[sale.Article] = sum
	}
	sum.Pieces += sale.Pieces
	sum.Cents += sale.Cents
}

// Best are the n articles that brought most.
func (s *Sheet) Best(n int) []Sale {
	all := make([]Sale, 0, len(s.sums))
	for _, sum := range s.sums {
		all = append(all, *sum)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Cents > all[j].Cents })
	return slices.Clone(all[:min(n, len(all))])
}
