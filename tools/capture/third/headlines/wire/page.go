// Package wire has stories, page by page.
package wire

import "time"

// Story is one of them.
type Story struct {
	ID      int
	Urgency int
	At      time.Time
	Region  [16]byte
	Vector  [10]float32
}

const perPage = 420

// Page reads the n-th page.
func Page(n int) []Story {
	page := make([]Story, perPage)
	for i := range page {
		page[i] = Story{ID: n*perPage + i, Urgency: (n*31 + i*17) % 401, At: time.Now()}
		page[i].Vector[i%10] = float32(i)
	}
	return page
}
