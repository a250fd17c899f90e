// Package cursor turns paged answers into sequences.
package cursor

import "iter"

// Rows yields the rows of all pages, fetching the next page while one is consumed.
func Rows[T any](fetch func(page int) []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		rows := make(chan T)
		go pump(fetch, rows)
		for row := range rows {
			if !yield(row) {
				return
			}
		}
	}
}

func pump[T any](fetch func(page int) []T, rows chan<- T) {
	defer close(rows)
	for page := 0; ; page++ {
		batch := fetch(page)
		if len(batch) == 0 {
			return
		}
		for _, row := range batch {
			rows <- row
		}
	}
}
