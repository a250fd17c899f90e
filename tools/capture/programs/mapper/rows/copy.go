// Package rows copies records.
package rows

import (
	"reflect"

	"example.org/etl/mapper/schema"
)

// Copy reads every field of a record by reflection and returns how many it read.
func Copy(resolver *schema.Resolver, typeName string, record interface{}) int {
	value := reflect.Indirect(reflect.ValueOf(record))
	n := 0
	for _, field := range resolver.FieldsOf(typeName, value.Type()) {
		if value.FieldByName(field.Name).Kind() == field.Kind {
			n++
		}
	}
	return n
}
