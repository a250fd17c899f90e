// Package portrait draws.
package portrait

import "fmt"

// Portrait is a picture in three sizes.
type Portrait struct {
	Title string
	Sizes [3][]byte
}

// Draw draws a person.
func Draw(person uint32) *Portrait {
	p := &Portrait{Title: fmt.Sprintf("portrait of %d", person)}
	for i := range p.Sizes {
		p.Sizes[i] = make([]byte, 2<<10<<i+int(person%512))
		for j := range p.Sizes[i] {
			p.Sizes[i][j] = byte(uint32(j) * person >> 3)
		}
	}
	return p
}
