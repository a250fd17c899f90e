// Package export writes sheets.
package export

import (
	"fmt"

	"git.beacon.example/reporting/rowscope/cursor"
)

type line struct {
	title string
	cents int
}

// Sheet reads an archive of so many pages.
type Sheet struct{ pages int }

// NewSheet reads pages pages.
func NewSheet(pages int) *Sheet { return &Sheet{pages: pages} }

func (s *Sheet) archive(seed int) func(page int) []line {
	return func(page int) []line {
		if page >= s.pages {
			return nil
		}
		lines := make([]line, 40)
		for i := range lines {
			lines[i] = line{title: fmt.Sprintf("item %d/%d", page, i), cents: seed + i}
		}
		return lines
	}
}

// Sum adds up everything.
func (s *Sheet) Sum(seed int) (total int) {
	for l := range cursor.Rows(s.archive(seed)) {
		total += l.cents
	}
	return total
}

// Head returns the first titles, for a preview.
func (s *Sheet) Head(seed int) (titles []string) {
	for l := range cursor.Rows(s.archive(seed)) {
		titles = append(titles, l.title)
		if len(titles) == 10 {
			break
		}
	}
	return titles
}
