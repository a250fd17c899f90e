// Package score ranks documents.
package score

import "sort"

type hit struct {
	document int
	score    float64
	terms    []int
}

// Top returns the best of n documents for a query.
func Top(query, n int) int {
	hits := make([]*hit, 0, n)
	for i := 0; i < n; i++ {
		hits = append(hits, &hit{document: i, score: float64(i * query % 101), terms: make([]int, 8)})
	}
	sort.Slice(hits, func(a, b int) bool { return hits[a].score > hits[b].score })
	return hits[0].document
}
