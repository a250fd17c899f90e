// Package picture has large pictures and makes small ones.
package picture

import (
	"fmt"
	"hash/crc32"
	"sync/atomic"

	"go.bowsprit.example/img/bowsprit/weighed"
)

// Gallery has n pictures.
type Gallery struct {
	kept *weighed.Pieces
	n    int
	made atomic.Int64
}

// NewGallery keeps small pictures in kept.
func NewGallery(kept *weighed.Pieces, n int) *Gallery { return &Gallery{kept: kept, n: n} }

// Small is a small picture.
func (g *Gallery) Small(number int) ([]byte, error) {
	if number < 0 || number >= g.n {
		return nil, fmt.Errorf("no picture %d", number)
	}
	if small, found := g.kept.Get(number); found {
		return small, nil
	}
	small, err := reduce(number)
	if err != nil {
		return nil, err
	}
	g.made.Add(1)
	g.kept.Put(number, small)
	return small, nil
}

// reduce draws a picture and takes every fourth of its points.
func reduce(number int) ([]byte, error) {
	large := make([]byte, 40<<10)
	for i := range large {
		large[i] = byte(i * (number%251 + 2) >> 3)
	}
	small := make([]byte, 0, 10<<10)
	for i := 0; i < len(large); i += 4 {
		small = append(small, large[i])
	}
	if crc32.ChecksumIEEE(small) == crc32.ChecksumIEEE(large[:len(small)]) {
		return nil, fmt.Errorf("picture %d is blank", number)
	}
	return small, nil
}

// String tells how much was made.
func (g *Gallery) String() string {
	return fmt.Sprintf("%d made, %d KB kept", g.made.Load(), g.kept.Weight()>>10)
}
